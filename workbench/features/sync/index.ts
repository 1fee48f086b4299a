export { type CentreLink, openCentreLink } from './centre-link.ts';
