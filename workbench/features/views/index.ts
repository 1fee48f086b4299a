export { changeView, readViews, removeView, restoreView, saveView } from './views.ts';
