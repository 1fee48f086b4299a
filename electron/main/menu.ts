import type { MenuItemConstructorOptions } from 'electron';

import type { Texts } from './texts.ts';

/**
 * The menu, small on purpose: everything of the trade is in the page. There is no "reload": it would
 * throw away what is being typed, and after a failure the window reloads by itself.
 */
export function menuTemplate(
  texts: Texts,
  platform: string,
  openWindow: () => void,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts.quit };
  const applicationMenu: MenuItemConstructorOptions = { label: 'Wijkwerk', submenu: [quit] };
  return [
    ...(platform === 'darwin' ? [applicationMenu] : []),
    {
      label: texts.file,
      submenu: [
        {
          id: 'new-window',
          label: texts.newWindow,
          accelerator: 'CmdOrCtrl+Shift+N',
          click: openWindow,
        },
        { role: 'close', label: texts.closeWindow },
        ...(platform === 'darwin' ? [] : [separator, quit]),
      ],
    },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        separator,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'resetZoom', label: texts.actualSize },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        separator,
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
  ];
}
