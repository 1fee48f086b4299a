import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    basemap: typeof nl;
  }
}

export const basemapTexts = { nl, fr, en };
