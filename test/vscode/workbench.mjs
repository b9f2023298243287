/**
 * The workbench as a user sees and uses it, on a Playwright page.
 *
 * VS Code's widgets close when something slow happens meanwhile, so what opens one is tried again.
 */
export function workbench(page) {
  page.setDefaultTimeout(30_000);
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const line = editor.locator('.view-line');
  const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
  const hover = page.locator('.monaco-hover:visible');
  const squiggles = editor.locator('[class*="squiggly-"]');

  /** Repeat `act` until `locator` is there. */
  async function until(locator, act) {
    for (let attempt = 1; ; attempt++) {
      await act();
      try {
        return await locator.first().waitFor({ timeout: 5000 });
      } catch (error) {
        if (attempt === 5) throw error;
        await page.keyboard.press('Escape');
      }
    }
  }

  /** A list that is already open does not learn of commands and files that come later. */
  async function quickOpen(key, text, entry) {
    const selected = page.locator('.quick-input-list .monaco-list-row.focused').getByText(entry);
    await until(selected, async () => {
      await page.keyboard.press(key);
      await page.locator('.quick-input-widget input[type=text]').fill(text);
    });
    await page.keyboard.press('Enter');
  }

  /** A piece of one colour in the text of the editor. */
  const token = (text) => line.locator('span span').getByText(text, { exact: true }).first();

  return {
    page,
    squiggles,
    token,
    showsText: (text) => line.getByText(text).first().waitFor(),

    /** The text that is visible; lines are not in document order, and blanks are not plain blanks. */
    async text() {
      const lines = await line.evaluateAll((elements) =>
        elements.sort((a, b) => a.offsetTop - b.offsetTop).map((element) => element.textContent),
      );
      return lines.join('\n').replaceAll('\u00a0', ' ');
    },

    /** Hover over a token until the hover says this. */
    async hover(text, expected) {
      await until(hover.getByText(expected), async () => {
        await leave(page);
        await token(text).hover();
      });
    },

    async closeHover() {
      await leave(page);
      await page.keyboard.press('Escape');
      await hover.first().waitFor({ state: 'hidden' });
    },

    /** Hover over the braces in the status bar until they say this. */
    async hoverLanguageStatus(expected) {
      const braces = page.locator('.statusbar-item[id="status.languageStatus"]');
      await until(page.locator('.hover-language-status').getByText(expected), async () => {
        await leave(page);
        await braces.hover();
      });
    },

    /** Open the quick fixes of a token and wait for one. */
    async openFixes(text, title) {
      await token(text).click();
      await until(page.locator('.action-widget').getByText(title, { exact: true }), () =>
        page.keyboard.press('Control+.'),
      );
    },

    /** Type and wait until the list of suggestions has this one selected; it must open by itself. */
    async typeUntilSuggested(text, label) {
      await page.keyboard.type(text, { delay: 30 });
      await suggestions.and(page.locator('.focused')).getByText(label, { exact: true }).waitFor();
    },

    /** Run a command through the palette. */
    command: (title) => quickOpen('F1', `>${title}`, title),

    /** Wait for a step of a wizard. */
    question: (text) => page.locator(`.quick-input-widget input[placeholder^="${text}"]`).waitFor(),

    /** Tick, or untick, an entry of a list with several choices. */
    async tick(label) {
      const input = page.locator('.quick-input-widget .quick-input-box input');
      await input.fill(label);
      await page
        .locator('.quick-input-list .monaco-list-row')
        .getByText(label, { exact: true })
        .first()
        .click();
      await input.fill('');
    },

    async openFile(name) {
      await quickOpen('Control+p', name, name);
      await page.locator('.tab.active').getByText(name).waitFor();
    },

    async save() {
      await page.keyboard.press('Control+s');
      await page.locator('.tab.active:not(.dirty)').waitFor();
    },
  };
}

function leave(page) {
  return page.mouse.move(700, 750);
}
