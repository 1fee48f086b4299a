export { exportCalendar } from './export-calendar.ts';
export { moveAction, moveWindow } from './move.ts';
export { readBoard } from './read-board.ts';
