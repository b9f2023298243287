// Draws images/icon.png from images/icon.svg, because the Marketplace takes no SVG.
import { readFileSync } from 'node:fs';
import { launchBrowser } from './vscode-host/browser.mjs';

const SIZE = 128;

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0 }</style>${readFileSync('images/icon.svg', 'utf8')}`);
  await page.screenshot({ path: 'images/icon.png', omitBackground: true });
} finally {
  await browser.close();
}
