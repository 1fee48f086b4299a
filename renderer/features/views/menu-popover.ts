/**
 * How the menus of the list open: the focus stays in them and comes back to their button, and a click
 * beside them only closes them. What lies half under a menu must not be hit by mistake.
 */
export const MENU_POPOVER = {
  trapFocus: true,
  returnFocus: true,
  withOverlay: true,
  overlayProps: { backgroundOpacity: 0, fixed: true },
  shadow: 'md',
} as const;
