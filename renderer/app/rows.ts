/** What counts as a row of a list: rows of a grid, and links that a page marked as such. */
const ROWS = '[role="grid"] [role="row"][data-index], [data-row]';

/**
 * Moves the focus to the next or previous row of the list on the page; from elsewhere to the row that
 * would take it. A grid moves by itself, since only its rows in sight exist.
 */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`#main :is(${ROWS})`)];
  const at = rows.findIndex((row) => row === document.activeElement);
  const row = rows[at];
  if (!row) {
    (rows.find(({ tabIndex }) => tabIndex === 0) ?? rows[0])?.focus();
    return;
  }
  if (row.role === 'row') {
    const key = step === 1 ? 'ArrowDown' : 'ArrowUp';
    row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  } else rows[at + step]?.focus();
}
