export { ContactHistory } from './contact-history.tsx';
export { CorrectDrawer } from './correct-drawer.tsx';
export { useValueText } from './value-text.tsx';
export { WithdrawDialog } from './withdraw-dialog.tsx';
