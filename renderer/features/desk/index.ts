export { AppearanceMenu } from './appearance-menu.tsx';
export { DeskPage } from './desk-page.tsx';
export { UnlockPage } from './unlock-page.tsx';
