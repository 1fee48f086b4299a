import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { PlacePicture } from '#shared/contract/streets.ts';
import type { CodeList } from '#shared/domain/codes/code.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './place-panels.module.css';

/** What the contacts of a place were about: reasons and problems, the most frequent first. */
export function AboutPanel(props: { readonly picture: PlacePicture }) {
  const { reasons, problems, countedSince } = props.picture;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  return (
    <Panel
      title={t('about.title')}
      aside={
        <Text size="xs" c="dimmed">
          {t('about.since', { day: formats.day(countedSince) })}
        </Text>
      }
    >
      {reasons.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('about.none')}
        </Text>
      ) : (
        <div className={classes.counted}>
          <Counted title={t('about.reasons')} list="contact-reason" rows={reasons} />
          {problems.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('about.noProblems')}
            </Text>
          ) : (
            <Counted title={t('about.problems')} list="problem" rows={problems} />
          )}
        </div>
      )}
    </Panel>
  );
}

function Counted(props: {
  readonly title: string;
  readonly list: CodeList;
  readonly rows: PlacePicture['reasons'];
}) {
  const codes = useCodes();
  const formats = useFormats();
  const most = props.rows[0]?.count ?? 1;
  return (
    <table className={classes.bars}>
      <caption>{props.title}</caption>
      <tbody>
        {props.rows.map(({ code, count }) => (
          <tr key={code}>
            <th scope="row">{codes.name(props.list, code)}</th>
            <td className={classes.number}>{formats.number(count)}</td>
            <td className={classes.barCell} aria-hidden>
              <svg width="100%" height="8">
                <rect
                  className={classes.bar}
                  width={`${(100 * count) / most}%`}
                  height="8"
                  rx="2"
                />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
