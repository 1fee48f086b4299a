export { type BasemapFolder, openBasemapFolder } from './basemap-folder.ts';
