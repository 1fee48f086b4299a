import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    linking: typeof nl;
  }
}

export const linkingTexts = { nl, fr, en };
