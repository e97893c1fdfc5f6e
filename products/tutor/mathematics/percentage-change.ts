/** Increase, discount and change in percent. Prices are in Egyptian pounds. */
import type { Concept } from '../../../modules/learning/api.ts'
import { counted, exercise, fixed, math, NOUNS, say, whole } from './writing.ts'

export const change: Concept = {
  key: 'percentages.change',
  name: say('الزيادة والخصم بالنسبة المئوية', 'Percentage change and discount'),
  goal: say(
    'أحسب الزيادة والخصم والسعر بعدهما، ونسبة التغير.',
    'I can work out an increase, a discount, the price after it, and a percentage change.',
  ),
  needs: ['percentages.of'],
  exercises: [
    exercise('discount', 1, (random) => {
      const [percent, price] = [random.pick([5, 10, 15, 20, 25, 30, 40]), random.whole(4, 30) * 20]
      const off = (percent * price) / 100
      return {
        prompt: say(
          `ثمن حقيبة مدرسية ${counted(price, NOUNS.pound)}، وعليها خصم $${percent}%$. كم جنيهًا قيمة الخصم؟`,
          `A school bag costs $${price}$ pounds and is sold at a discount of $${percent}%$. How many pounds is the discount?`,
        ),
        answer: whole(off),
        hints: [
          say('الخصم نسبة مئوية من الثمن الأصلي.', 'The discount is a percentage of the original price.'),
          say(`نحسب $${price} × {${percent}/100}$.`, `Work out $${price} × {${percent}/100}$.`),
        ],
        steps: [
          say(
            `نكتب النسبة كسرًا: $${percent}% = {${percent}/100}$.`,
            `Write the percentage as a fraction: $${percent}% = {${percent}/100}$.`,
          ),
          say(
            `قيمة الخصم: $${price} × {${percent}/100} = ${off}$.`,
            `The discount: $${price} × {${percent}/100} = ${off}$.`,
          ),
        ],
      }
    }),
    exercise('price_after_discount', 2, (random) => {
      const [percent, price] = [random.pick([10, 15, 20, 25, 30, 35, 40]), random.whole(5, 40) * 20]
      const off = (percent * price) / 100
      return {
        prompt: say(
          `ثمن حذاء رياضي ${counted(price, NOUNS.pound)}، وعليه خصم $${percent}%$. كم جنيهًا ثمنه بعد الخصم؟`,
          `A pair of trainers costs $${price}$ pounds, less a discount of $${percent}%$. What is the price in pounds after the discount?`,
        ),
        answer: whole(price - off),
        hints: [
          say('نحسب الخصم أولًا ثم نطرحه من الثمن.', 'Work out the discount first, then take it off the price.'),
          say(
            `الخصم: $${price} × {${percent}/100} = ${off}$.`,
            `The discount: $${price} × {${percent}/100} = ${off}$.`,
          ),
        ],
        steps: [
          say(
            `الخصم: $${price} × {${percent}/100} = ${off}$.`,
            `The discount: $${price} × {${percent}/100} = ${off}$.`,
          ),
          say(
            `الثمن بعد الخصم: $${price} − ${off} = ${price - off}$.`,
            `After the discount: $${price} − ${off} = ${price - off}$.`,
          ),
        ],
      }
    }),
    exercise('increase', 1, (random) => {
      const [percent, from] = [random.pick([5, 10, 15, 20, 25, 30]), random.whole(4, 30) * 20]
      const more = (percent * from) / 100
      return {
        prompt: say(
          `كان عدد مشتركي مكتبة الحي $${from}$، ثم زاد بنسبة $${percent}%$. كم أصبح العدد؟`,
          `The neighbourhood library had $${from}$ members; then their number grew by $${percent}%$. How many members are there now?`,
        ),
        answer: whole(from + more),
        hints: [
          say('نحسب الزيادة ثم نجمعها إلى العدد الأول.', 'Work out the increase and add it to the first number.'),
          say(
            `الزيادة: $${from} × {${percent}/100} = ${more}$.`,
            `The increase: $${from} × {${percent}/100} = ${more}$.`,
          ),
        ],
        steps: [
          say(
            `الزيادة: $${from} × {${percent}/100} = ${more}$.`,
            `The increase: $${from} × {${percent}/100} = ${more}$.`,
          ),
          say(
            `العدد بعد الزيادة: $${from} + ${more} = ${from + more}$.`,
            `After the increase: $${from} + ${more} = ${from + more}$.`,
          ),
        ],
      }
    }),
    exercise('percent_change', 2, (random) => {
      const [percent, from] = [random.pick([10, 20, 25, 30, 40, 50]), random.whole(2, 15) * 20]
      const rise = (percent * from) / 100
      return {
        prompt: say(
          `ارتفع ثمن كتاب من ${counted(from, NOUNS.pound)} إلى ${counted(from + rise, NOUNS.pound)}. ما النسبة المئوية للزيادة؟`,
          `The price of a book rose from $${from}$ pounds to $${from + rise}$ pounds. By what percentage did it rise?`,
        ),
        answer: whole(percent),
        hints: [
          say(
            'نقارن الزيادة بالثمن الأول، لا بالثمن الجديد.',
            'Compare the increase with the first price, not with the new one.',
          ),
          say(
            `الزيادة $${from + rise} − ${from} = ${rise}$؛ نقسمها على $${from}$.`,
            `The increase is $${from + rise} − ${from} = ${rise}$; divide it by $${from}$.`,
          ),
        ],
        steps: [
          say(`الزيادة: $${from + rise} − ${from} = ${rise}$.`, `The increase: $${from + rise} − ${from} = ${rise}$.`),
          math(`{${rise}/${from}} × 100% = ${percent}%`),
        ],
      }
    }),
    exercise('with_tax', 2, (random) => {
      const price = random.whole(2, 15) * 50
      const tax = (price * 14) / 100
      const total = price + tax
      return {
        prompt: say(
          `ثمن سماعة قبل ضريبة القيمة المضافة ${counted(price, NOUNS.pound)}، والضريبة $14%$. كم جنيهًا ثمنها مع الضريبة؟`,
          `A headset costs $${price}$ pounds before value added tax of $14%$. What is its price in pounds with the tax?`,
        ),
        answer: whole(total),
        hints: [
          say('الضريبة نسبة من الثمن تُجمع إليه.', 'The tax is a percentage of the price and is added to it.'),
          say(`الضريبة: $${price} × {14/100} = ${tax}$.`, `The tax: $${price} × {14/100} = ${tax}$.`),
        ],
        steps: [
          say(`الضريبة: $${price} × {14/100} = ${tax}$.`, `The tax: $${price} × {14/100} = ${tax}$.`),
          say(
            `الثمن مع الضريبة: $${price} + ${tax} = ${total}$.`,
            `The price with tax: $${price} + ${tax} = ${total}$.`,
          ),
        ],
      }
    }),
    exercise('before_discount', 3, (random) => {
      const [percent, price] = [random.pick([10, 20, 25, 30, 40, 50]), random.whole(4, 20) * 20]
      const left = 100 - percent
      const paid = (price * left) / 100
      return {
        prompt: say(
          `دفع أحمد ${counted(paid, NOUNS.pound)} ثمنًا لكرة قدم بعد خصم $${percent}%$. كم جنيهًا كان ثمنها قبل الخصم؟`,
          `After a discount of $${percent}%$ Ahmed paid $${paid}$ pounds for a football. How many pounds did it cost before the discount?`,
        ),
        answer: whole(price),
        hints: [
          say(
            'ما دفعه ليس الثمن كله: كم بالمئة منه دفع؟',
            'What he paid is not the whole price: what percentage of it did he pay?',
          ),
          say(`دفع $100% − ${percent}% = ${left}%$ من الثمن.`, `He paid $100% − ${percent}% = ${left}%$ of the price.`),
          say(
            `نقسم $${paid}$ على $${left}$ ثم نضرب في $100$.`,
            `Divide $${paid}$ by $${left}$, then multiply by $100$.`,
          ),
        ],
        steps: [
          say(
            `المدفوع $100% − ${percent}% = ${left}%$ من الثمن.`,
            `He paid $100% − ${percent}% = ${left}%$ of the price.`,
          ),
          say(
            `قيمة $1%$ من الثمن: $${paid} ÷ ${left} = ${fixed(price, 2)}$.`,
            `$1%$ of the price: $${paid} ÷ ${left} = ${fixed(price, 2)}$.`,
          ),
          say(
            `الثمن كله: $${fixed(price, 2)} × 100 = ${price}$.`,
            `The whole price: $${fixed(price, 2)} × 100 = ${price}$.`,
          ),
        ],
      }
    }),
  ],
}
