import {
  Alert,
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  Notification,
  Popover,
  Tooltip,
} from '@mantine/core';

/** Deep blue-teal, from the water of a harbour town. Shade 7 on white is 6.4:1, white on 7 alike. */
const harbour: MantineColorsTuple = [
  '#eef7f9',
  '#dbeaef',
  '#b7d5de',
  '#8dbdcb',
  '#62a4b8',
  '#3b8aa3',
  '#20748f',
  '#12607b',
  '#0e4e65',
  '#0a3b4d',
];

/** Greys with a trace of the same blue, so that surfaces and accents belong together. */
const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#eef1f3',
  '#e1e6e9',
  '#ccd4d9',
  '#aab5bc',
  '#828f98',
  '#5f6d76',
  '#46525a',
  '#2f383f',
  '#1b2227',
];

const dark: MantineColorsTuple = [
  '#dfe6ea',
  '#bcc7cd',
  '#9dabb3',
  '#7d8c95',
  '#3d4a52',
  '#2f3a41',
  '#243037',
  '#1a2329',
  '#141b20',
  '#0e1417',
];

/** What closes is gone at once: fading, it would take the next press from what lies beneath. */
const GONE_AT_ONCE = { exitDuration: 0 };
/** A dialog's head is a `<header>`, which outside of a section would be a second banner of the page. */
const NO_BANNER = { header: { role: 'presentation' } };
const DIALOG_TITLE = { title: { fontSize: '1.0625rem', fontWeight: 620 } };

/** @param close what a button that closes something is called, in the language of the moment. */
export function makeTheme(close: string) {
  return createTheme({
    primaryColor: 'harbour',
    primaryShade: { light: 7, dark: 6 },
    colors: { harbour, gray, dark },
    black: '#172026',
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    headings: {
      fontWeight: '620',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.3' },
        h2: { fontSize: '1rem', lineHeight: '1.4' },
        h3: { fontSize: '0.875rem', lineHeight: '1.4' },
      },
    },
    fontSizes: {
      xs: '0.75rem',
      sm: '0.8125rem',
      md: '0.875rem',
      lg: '1rem',
      xl: '1.125rem',
    },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    defaultRadius: 'sm',
    radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Button: Button.extend({ defaultProps: { size: 'sm' } }),
      Badge: Badge.extend({
        defaultProps: { variant: 'light', tt: 'none', fw: 550, radius: 'sm' },
        // A column of a table otherwise takes the word for one that may be cut off.
        styles: { root: { minWidth: 'max-content' } },
      }),
      Alert: Alert.extend({ defaultProps: { variant: 'light' } }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
      Modal: Modal.extend({
        defaultProps: {
          overlayProps: { backgroundOpacity: 0.4 },
          transitionProps: { transition: 'fade-down', duration: 200, ...GONE_AT_ONCE },
          closeButtonProps: { 'aria-label': close },
          attributes: NO_BANNER,
        },
        styles: DIALOG_TITLE,
      }),
      Drawer: Drawer.extend({
        defaultProps: {
          overlayProps: { backgroundOpacity: 0.3 },
          transitionProps: { duration: 200, ...GONE_AT_ONCE },
          closeButtonProps: { 'aria-label': close },
          attributes: NO_BANNER,
        },
        styles: DIALOG_TITLE,
      }),
      Popover: Popover.extend({
        defaultProps: { transitionProps: { transition: 'fade', duration: 150, ...GONE_AT_ONCE } },
      }),
      Notification: Notification.extend({
        defaultProps: { closeButtonProps: { 'aria-label': close } },
      }),
      InputWrapper: Input.Wrapper.extend({
        vars: () => ({
          label: {},
          success: {},
          error: { '--input-error-size': '0.75rem' },
          description: { '--input-description-size': '0.75rem' },
        }),
      }),
    },
  });
}

/** Where Mantine's own choices fall under 4.5:1, and the surfaces of our frame. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#687680',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': gray[4],
    '--mantine-color-disabled-color': gray[6],
    '--mantine-color-orange-light-color': '#8a3a0c',
    '--mantine-color-teal-light-color': '#065d45',
    '--mantine-color-green-light-color': '#1d6a2d',
    '--mantine-color-yellow-light-color': '#7a4b00',
    '--mantine-color-red-light-color': '#a3201a',
    '--wijkwerk-surface': '#ffffff',
    '--wijkwerk-canvas': gray[0],
    '--wijkwerk-line': gray[2],
    '--wijkwerk-hover': gray[1],
    '--wijkwerk-selected': harbour[0],
    '--wijkwerk-late': '#a3371c',
    '--wijkwerk-focus': harbour[6],
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#8f9ea7',
    '--mantine-color-error': '#ff9d92',
    '--mantine-color-anchor': harbour[3],
    '--mantine-color-default-border': '#4b5963',
    '--mantine-color-disabled-color': dark[2],
    '--mantine-color-body': dark[7],
    '--mantine-color-gray-light': dark[5],
    '--mantine-color-gray-light-color': dark[0],
    '--wijkwerk-surface': dark[7],
    '--wijkwerk-canvas': dark[8],
    '--wijkwerk-line': '#2c373e',
    '--wijkwerk-hover': dark[6],
    '--wijkwerk-selected': '#16333f',
    '--wijkwerk-late': '#ffab96',
    '--wijkwerk-focus': harbour[3],
  },
});
