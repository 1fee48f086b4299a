/** What counts as a row of a list: rows of a grid, a box of choices, and links that a page marked as such. */
const ROWS = '[role="grid"] [role="row"][data-index], [role="listbox"], [data-row]';

/**
 * Moves the focus to the next or previous row of the list on the page; from elsewhere to the row that
 * would take it. A grid and a box of choices move by themselves, since only their rows in sight exist.
 */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`#main :is(${ROWS})`)];
  const at = rows.findIndex((row) => row === document.activeElement);
  const row = rows[at];
  if (!row) {
    (rows.find(({ tabIndex }) => tabIndex === 0) ?? rows[0])?.focus();
    return;
  }
  if (row.role === 'row' || row.role === 'listbox') {
    const key = step === 1 ? 'ArrowDown' : 'ArrowUp';
    row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  } else rows[at + step]?.focus();
}
