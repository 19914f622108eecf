import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  /** Beside the heading: the live sign, actions. */
  aside?: ReactNode;
  /** Above the heading: the way back. */
  above?: ReactNode;
  children: ReactNode;
}

/** Whether a page has been shown before: the first one does not take the focus from where the browser put it. */
let isFirst = true;

/** A page's heading and frame. Going to a page puts the focus on its heading and says its title. */
export function Page({ title, aside, above, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Cortex`;
  }, [title]);

  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
    scrollTo(0, 0);
  }, []);

  return (
    <>
      {above}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </>
  );
}
