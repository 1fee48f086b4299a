export { BasemapPanel } from './basemap-panel.tsx';
export { useBasemapTiles } from './use-basemap.ts';
