import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    actions: typeof nl;
  }
}

export const actionsTexts = { nl, fr, en };
