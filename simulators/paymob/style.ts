// How the payment page looks. Logical properties only: the same rules hold from right to left.
export const CSS = `
:root { color-scheme: light dark; --ink: #10233f; --soft: #5a6b83; --line: #c9d3e0; --brand: #0b5bd3; --paper: #fff; --ground: #eef2f7; --bad: #a4161a; --good: #0a6b3d }
@media (prefers-color-scheme: dark) { :root { --ink: #eaf1fb; --soft: #a7b6cc; --line: #34445c; --brand: #7db2ff; --paper: #142033; --ground: #0b1320; --bad: #ff9a9d; --good: #6fe0a8 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 system-ui, "Segoe UI", Tahoma, sans-serif }
.phone { max-width: 27rem; margin: 0 auto; min-height: 100vh; background: var(--paper) }
.demo { margin: 0; padding: .5rem 1rem; background: #ffd166; color: #402d00; text-align: center; font-weight: 600 }
header { padding: 1.25rem 1.25rem 0; position: relative }
.language { position: absolute; inset-inline-end: 1.25rem; inset-block-start: 1rem; min-height: 44px; display: inline-flex; align-items: center; color: var(--brand) }
.to { margin: 0; color: var(--soft) }
h1 { margin: 0; font-size: 1.25rem }
h2 { margin: 0 0 .25rem; font-size: 1.125rem }
.amount { margin: .25rem 0 0; font-size: 2rem; font-weight: 700 }
.reference { margin: 0; color: var(--soft); font-size: .8rem; overflow-wrap: anywhere }
section { padding: 1rem 1.25rem 2rem }
label { display: block; margin-block: .75rem .25rem; font-weight: 600 }
input:not([type=checkbox]) { width: 100%; min-height: 48px; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: inherit; font: inherit; text-align: start }
.row { display: grid; grid-template-columns: 1fr 1.2fr 1.6fr; gap: .75rem; align-items: end }
.check { display: flex; gap: .6rem; align-items: center; min-height: 44px; font-weight: 400 }
.check input { inline-size: 1.4rem; block-size: 1.4rem }
button, .button { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 48px; margin-block-start: .75rem; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: var(--brand); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
.pay { background: #0b5bd3; border-color: #0b5bd3; color: #fff }
.refuse { color: var(--bad) }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
.error { margin: 0 0 .5rem; padding: .75rem; border-inline-start: 4px solid var(--bad); color: var(--bad) }
.done { margin: 0; font-size: 1.5rem; font-weight: 700; color: var(--good) }
details { margin-block-start: 1rem; border-block-start: 1px solid var(--line) }
summary { min-height: 44px; display: flex; align-items: center; gap: .5rem; cursor: pointer; color: var(--soft) }
summary::before { content: "+"; inline-size: 1rem; text-align: center; font-weight: 700 }
details[open] > summary::before { content: "−" }
.cards { list-style: none; margin: 0; padding: 0 }
.cards li { padding-block: .35rem; display: grid }
.cards a { min-height: 44px; display: inline-flex; align-items: center; color: var(--brand) }
.cards span { color: var(--soft); font-size: .9rem }
`
