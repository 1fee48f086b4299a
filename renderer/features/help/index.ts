export { HelpButton } from './help-button.tsx';
export { HelpProvider, useHelp } from './help-provider.tsx';
