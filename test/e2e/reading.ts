/**
 * Finding things on pages by what they are called there: names come out of the message catalogues, so that one test reads in
 * every language, and a page whose wording got better is still found.
 */
import type { Locator, Page } from 'playwright-core'
import type { MessageKey, Translate, Values } from '../../web/app/i18n.ts'

export class Reader {
  readonly url: string
  readonly t: Translate

  /** Pages of the house at `url`, as `t` words them. */
  constructor(url: string, t: Translate) {
    this.url = url
    this.t = t
  }

  /** What a message says, whatever spaces it is set with. */
  says(key: MessageKey, values?: Values): RegExp {
    return new RegExp(`^${pattern(this.t(key, values))}`)
  }

  /** All of it; a name that screen readers are told more of, after a colon, is the same name. */
  named(key: MessageKey, values?: Values): RegExp {
    return new RegExp(`^${pattern(this.t(key, values))}(\\s*:.*)?$`)
  }

  async open(page: Page, path: string): Promise<void> {
    const answer = await page.goto(this.url + path)
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`)
  }

  press(page: Page | Locator, key: MessageKey, values?: Values): Promise<void> {
    return page
      .getByRole('button', { name: this.named(key, values) })
      .first()
      .click()
  }

  follow(page: Page | Locator, key: MessageKey, values?: Values): Promise<void> {
    return page
      .getByRole('link', { name: this.named(key, values) })
      .first()
      .click()
  }

  field(page: Page | Locator, key: MessageKey, values?: Values): Locator {
    return page.getByLabel(this.says(key, values)).first()
  }

  /** The page tells it, somewhere. */
  reads(page: Page, key: MessageKey, values?: Values): Promise<void> {
    return page.getByText(this.says(key, values)).first().waitFor()
  }

  heading(page: Page, key: MessageKey, values?: Values): Promise<void> {
    return page
      .getByRole('heading', { name: this.says(key, values) })
      .first()
      .waitFor()
  }
}

function pattern(text: string): string {
  return text
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
}
