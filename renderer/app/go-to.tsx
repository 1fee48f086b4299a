import {
  IconDeviceFloppy,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconMoon,
  IconPlus,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { LANGUAGES, preferencesSchema } from '#shared/contract/desk.ts';

import { useAppearance } from '../client/appearance.tsx';
import { useReporter } from '../client/reporter.ts';
import { useQuickLog } from '../features/contacts/index.ts';
import { shortcutText, useHelp } from '../features/help/index.ts';
import { type Command, Palette } from '../features/search/index.ts';
import { useDestinations } from './navigation.ts';
import { useLockNow } from './top-bar.tsx';

const SCHEMES = preferencesSchema.shape.colourScheme.options;
const ICON = 18;

/** The command palette: every page and every action of the frame by its name, and everything found. */
export function GoTo() {
  const { t } = useTranslation('frame');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const quickLog = useQuickLog();
  const help = useHelp();
  const lock = useLockNow();
  const appearance = useAppearance();
  const report = useReporter();
  const destinations = useDestinations();
  const commands = useMemo<readonly Command[]>(() => {
    const action = { group: 'actions' } as const;
    return [
      {
        ...action,
        id: 'new-contact',
        label: t('newContact'),
        icon: <IconPlus size={ICON} />,
        keys: shortcutText('newContact'),
        run: () => {
          quickLog.open();
        },
      },
      {
        ...action,
        id: 'lock',
        label: t('lock'),
        icon: <IconLock size={ICON} />,
        keys: shortcutText('lock'),
        run: lock,
      },
      {
        ...action,
        id: 'backup',
        label: t('palette.backup'),
        icon: <IconDeviceFloppy size={ICON} />,
        run: () => {
          void navigate({ to: '/desk' });
        },
      },
      {
        ...action,
        id: 'help',
        label: t('help'),
        icon: <IconKeyboard size={ICON} />,
        keys: shortcutText('help'),
        run: help.open,
      },
      ...destinations.map(({ to, text, icon: Icon, key }) => ({
        group: 'pages' as const,
        id: to,
        label: t(text),
        icon: <Icon size={ICON} />,
        keys: `g ${key}`,
        run: () => {
          void navigate({ to });
        },
      })),
      ...SCHEMES.map((colourScheme) => ({
        group: 'settings' as const,
        id: `colours-${colourScheme}`,
        label: common('labelled', {
          label: common('colourScheme.label'),
          value: common(`colourScheme.${colourScheme}`),
        }),
        icon: <IconMoon size={ICON} />,
        run: () => {
          report(appearance.change({ colourScheme }));
        },
      })),
      ...LANGUAGES.map((language) => ({
        group: 'settings' as const,
        id: `language-${language}`,
        label: common('labelled', {
          label: common('language.label'),
          value: common(`language.${language}`),
        }),
        icon: <IconLanguage size={ICON} />,
        run: () => {
          report(appearance.change({ language }));
        },
      })),
    ];
  }, [appearance, common, destinations, help, lock, navigate, quickLog, report, t]);
  return <Palette commands={commands} />;
}
