import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    contacts: typeof nl;
  }
}

export const contactsTexts = { nl, fr, en };
