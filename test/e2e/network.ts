/** A page without a network, while others that share its browser have theirs. */
import type { CDPSession, Page } from 'playwright-core'

const lost = new WeakMap<Page, CDPSession>()

/** `sign`: what the page then shows. */
export async function loseNetwork(page: Page, sign = '[data-offline]'): Promise<void> {
  await page.waitForLoadState('networkidle')
  const session = await page.context().newCDPSession(page)
  lost.set(page, session)
  await set(session, true)
  await page.locator(sign).first().waitFor()
}

/** Gives a page that lost its network another one, and nothing in it that would notice. */
export async function regainNetwork(page: Page): Promise<void> {
  const session = lost.get(page)
  if (!session) return
  lost.delete(page)
  await page.goto('about:blank')
  await set(session, false)
  await session.detach()
}

const set = (session: CDPSession, offline: boolean) =>
  session.send('Network.emulateNetworkConditions', {
    offline,
    latency: 0,
    downloadThroughput: offline ? 0 : -1,
    uploadThroughput: offline ? 0 : -1,
  })
