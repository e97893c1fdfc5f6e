/** The legal texts of Tutor: whole, in both languages, and never changed once published. */
import { expect, test } from 'vitest'
import { sha256 } from '../../../kernel/crypto.ts'
import { texts } from '../legal/texts.ts'
import { consent } from '../policy.ts'
import { tutor } from '../product.ts'

/** SHA-256 of every text ever published. Lines are added; none is changed: people agreed to exactly these bytes. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'account 1.0 ar': '764e1a04e5750f2c2e1fac414cc031a84d044203dc239583e45e234f5431f720',
  'account 1.0 en': '1f35b0b1f18afde24ebe6b24297085361ce77d1b6957b1f59bd7de2f464ca2c6',
  'learning_data 1.0 ar': '9df07c759021dce986b91803cf64750728a6b13ee2e57ad5c4d1a2935149d70e',
  'learning_data 1.0 en': 'bd94e3462ca246398292d63183e7787408b141e45cf129bbaf9452c4065907fc',
  'ai_conversation 1.0 ar': '01da2528c13adb38a3c27fb2053a6cc2c7b60a94ba763e54042ca955c1f4a55d',
  'ai_conversation 1.0 en': 'f374e4aaf9fc51a1d435730cf6040baf9368fb5b0c76547d1fac6c5ba9b97297',
  'voice_recording 1.0 ar': '7be625c2bbe2dd3bc954cee1a39d1fbb90439fe30e0c3178a9d7dd8f1c11d864',
  'voice_recording 1.0 en': 'e818a91ec25dce2cb1fd77531b9e791f32aad1b1cb108060d15a6d7c73d3fd73',
  'marketing 1.0 ar': '89708dcf386ec29e14729d66720b49bc7a7f4b1f68aea4e643c3c0c71818193b',
  'marketing 1.0 en': '637f4dbe39504d143082bd7c1e0a40a785f68ab8a5c9cb763d6dbbcfe14d938e',
}

test('a published text never changes: other words are another version', () => {
  const now = texts.flatMap(({ purpose, version, in: languages }) =>
    Object.entries(languages).map(([language, { body }]) => [
      `${purpose} ${version.major}.${version.minor} ${language}`,
      sha256(body),
    ]),
  )
  expect(Object.fromEntries(now)).toEqual(PUBLISHED)
  expect(now).toHaveLength(Object.keys(PUBLISHED).length)
})

test('every purpose has a text in force, in every language of the product', () => {
  const languages = tutor.locales.map((locale) => locale.slice(0, 2)).sort()
  const rules = consent.rules[tutor.country]!
  expect(Object.keys(rules).sort()).toEqual([...new Set(texts.map(({ purpose }) => purpose))].sort())
  for (const text of texts) {
    expect(Object.keys(text.in).sort(), text.purpose).toEqual(languages)
    expect(text.inForceFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    // Arabic as it is read in Egypt: no Latin letters or digits in a sentence.
    expect(text.in['ar']!.body).not.toMatch(/[A-Za-z0-9]/)
  }
})

test('nothing of a child is decided without a guardian and a proof', () => {
  for (const [purpose, rule] of Object.entries(consent.rules[tutor.country]!)) {
    expect(rule.ownDecisionFrom, purpose).toBe(18)
    expect(rule.proofs.length, purpose).toBeGreaterThan(0)
  }
  expect(tutor.gate).toBeDefined()
})
