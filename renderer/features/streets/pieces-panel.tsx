import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useStretchWords } from '../../ui/stretch-words.ts';
import { GapMark } from '../gaps/index.ts';
import classes from './charts.module.css';
import { usePeriodWords } from './use-period-words.ts';

/** How safe the street feels, and its pieces; a chosen piece narrows the pictures of recorded facts to it. */
export function PiecesPanel(props: {
  readonly profile: StreetProfile;
  readonly chosen: Id | null;
  readonly onChoose: (segmentId: Id | null) => void;
}) {
  const { profile, chosen } = props;
  const { pieces, felt } = profile;
  const { t } = useTranslation('streets');
  const { t: tGaps } = useTranslation('gaps');
  const formats = useFormats();
  const words = useStretchWords();
  const period = usePeriodWords();
  if (pieces.length === 0) return null;
  return (
    <Panel title={t('pieces.title')}>
      <Text size="sm">
        {felt === null
          ? t('pieces.nobody', { period: period(profile.counted) })
          : t('pieces.felt', {
              insecure: formats.number(felt.insecure),
              answers: formats.number(felt.answers),
              low: formats.number(Math.round(100 * felt.interval.low)),
              high: formats.number(Math.round(100 * felt.interval.high)),
              period: period(profile.counted),
            })}
      </Text>
      <div className={classes.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('pieces.piece')}</th>
              <th scope="col">{tGaps('table.class')}</th>
              <th scope="col">{tGaps('column.answers')}</th>
              <th scope="col">{t('facts.count')}</th>
            </tr>
          </thead>
          <tbody>
            {pieces.map((piece) => (
              <tr key={piece.id}>
                <th scope="row">
                  <Button
                    size="compact-xs"
                    variant={piece.id === chosen ? 'filled' : 'default'}
                    aria-pressed={piece.id === chosen}
                    onClick={() => {
                      props.onChoose(piece.id === chosen ? null : piece.id);
                    }}
                  >
                    {words.within(piece.number, piece.metres)}
                  </Button>
                </th>
                <td>
                  <GapMark of={piece.class} isHot={piece.isHot} /> {tGaps(`class.${piece.class}`)}
                </td>
                <td>{formats.number(piece.answers)}</td>
                <td>{formats.number(piece.facts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {chosen === null ? t('pieces.hint') : t('pieces.chosen')}
      </Text>
    </Panel>
  );
}
