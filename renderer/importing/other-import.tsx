import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** What does not come in here, and the way to where it does: two wizards look alike. */
export function OtherImport(props: {
  readonly text: string;
  readonly link: string;
  readonly to: '/facts' | '/territory';
}) {
  return (
    <Text size="sm" c="dimmed">
      {props.text}{' '}
      <Anchor size="sm" underline="always" renderRoot={(rest) => <Link {...rest} to={props.to} />}>
        {props.link}
      </Anchor>
    </Text>
  );
}
