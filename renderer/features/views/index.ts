export { ColumnsMenu } from './columns-menu.tsx';
export { type ContactSearch, contactSearchSchema, searchOf, viewOf } from './contact-search.ts';
export { FilterBar } from './filter-bar.tsx';
export { OrderMenus } from './order-menus.tsx';
export { looksLikeViewLink, readViewLink } from './view-link.ts';
export { useViewWords } from './view-words.ts';
export { ViewsMenu } from './views-menu.tsx';
