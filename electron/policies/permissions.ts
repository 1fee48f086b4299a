import type { Session } from 'electron';

/**
 * What the page may ask the system for. A feature that needs a permission adds it here by name, with
 * the reason beside it.
 */
export const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set([
  // Putting a link to a view on the clipboard, after a click. Reading the clipboard stays denied.
  'clipboard-sanitized-write',
]);

export function mayUse(permission: string): boolean {
  return ALLOWED_PERMISSIONS.has(permission);
}

/** Denies every permission and every device that is not on the list, in this session. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(mayUse(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission));
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, callback) => {
    callback({ confirmed: false });
  });
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({});
  });
}
