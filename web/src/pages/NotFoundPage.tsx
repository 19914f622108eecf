import { Link } from 'wouter';
import { Page } from '../ui/page';

export default function NotFoundPage() {
  return (
    <Page title="There is no such page">
      <p className="stack-s">
        <span>The address may be mistyped, or the page may have been in an earlier version.</span>
        <Link href="/">To your automations</Link>
      </p>
    </Page>
  );
}
