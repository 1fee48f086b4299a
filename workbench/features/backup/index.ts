export { createBackup, inspectBackup, restoreBackup } from './backup.ts';
