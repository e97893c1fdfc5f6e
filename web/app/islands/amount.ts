/**
 * A form with amounts to choose from: says the chosen one on its button (`data-amount-label`, with `{amount}`), and lets the
 * chips and the free amount give way to each other. Without it the button names no amount and the free amount wins.
 */
import { amountOf } from '../amount.ts'

const CHIPS = 'input[type=radio][name=amount]'

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-amount-label]')) {
  const form = button.form
  const free = form?.querySelector<HTMLInputElement>('input[name=amount_minor]')
  if (!form || !free) continue
  const plain = button.textContent
  const numbers = new Intl.NumberFormat(document.documentElement.lang === 'fr' ? 'fr-FR' : 'en-GB')
  const show = (): void => {
    const chosen = form.querySelector<HTMLInputElement>(`${CHIPS}:checked`)?.value ?? ''
    const digits = amountOf(free.value.trim() || chosen)
    const amount = /^\d{1,12}$/.test(digits) ? `${numbers.format(BigInt(digits))}\u00a0F` : undefined
    button.textContent = amount ? (button.dataset['amountLabel'] ?? '').replace('{amount}', amount) : plain
  }
  free.addEventListener('input', () => {
    if (free.value.trim()) for (const chip of form.querySelectorAll<HTMLInputElement>(CHIPS)) chip.checked = false
    show()
  })
  form.addEventListener('change', (event) => {
    if ((event.target as Element).matches(CHIPS)) free.value = ''
    show()
  })
  show()
}
