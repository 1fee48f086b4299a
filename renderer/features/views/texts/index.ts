import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    views: typeof nl;
  }
}

export const viewsTexts = { nl, fr, en };
