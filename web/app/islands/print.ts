/** Wakes `button[data-print]`, hidden in the page since only a script can open the printing of a browser. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

export {}
