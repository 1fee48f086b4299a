export { HelpButton } from './help-button.tsx';
export { HelpProvider, useHelp } from './help-provider.tsx';
export {
  ariaShortcut,
  type Bound,
  type FrameShortcutId,
  isSingleKey,
  makeListener,
  pageStrokes,
  SHORTCUTS,
  shortcutText,
  strokeOf,
} from './shortcuts.ts';
