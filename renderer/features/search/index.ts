export type { Command } from './commands.ts';
export { Palette } from './palette.tsx';
export { PaletteProvider, usePalette } from './palette-provider.tsx';
export { SearchPage } from './search-page.tsx';
export { searchSearchSchema } from './search-search.ts';
