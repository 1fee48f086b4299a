import classes from './skip-link.module.css';

/** Seen only with the focus on it: leads past what stands before `target`, which may be found late. */
export function SkipLink(props: {
  readonly text: string;
  readonly target: () => HTMLElement | null;
}) {
  return (
    <a
      className={classes.skip}
      href="#main"
      onClick={(event) => {
        // The address behind # belongs to the router: move the focus, not the address.
        event.preventDefault();
        props.target()?.focus();
      }}
    >
      {props.text}
    </a>
  );
}
