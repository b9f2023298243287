import { chromium } from 'playwright-core';
import { ensureBrowser } from '../bootstrap.mjs';

/** Chrome or Chromium without a window that can reach nothing but this machine. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: ensureBrowser(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

/** A page with a fresh profile; what goes wrong in it is logged. */
export async function openPage(browser, { log, view = { viewport: { width: 1280, height: 800 } } }) {
  const context = await browser.newContext({ ...view, locale: 'en-US' });
  const page = await context.newPage();
  page.on('console', (message) => log(`[page ${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => log(`[page error] ${error}`));
  page.on('requestfailed', (request) => log(`[no answer] ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) log(`[http ${response.status()}] ${response.url()}`);
  });
  return page;
}
