import { EllipsisVertical, Pause, Play } from 'lucide-react';
import { Link } from 'wouter';
import type { Unit } from '../api/types';
import { ConnectButton } from '../connections/ConnectButton';
import { useOnline } from '../live/online';
import { accountInTheWay, runStatus, unitInfo } from '../lib/status';
import { providerName, providersOf } from '../lib/tools';
import { Badge, ProviderIcon, StatusIcon } from '../ui/badge';
import { Time } from '../ui/clock';
import { Menu } from '../ui/menu';

interface UnitRowProps {
  unit: Unit;
  highlighted: boolean;
  onToggle: (unit: Unit) => void;
  onEdit: (unit: Unit) => void;
  onDisable: (unit: Unit) => void;
  onDelete: (unit: Unit) => void;
}

/** One automation in the list: what it is, how it does, what one can do with it. */
export function UnitRow({ unit, highlighted, onToggle, onEdit, onDisable, onDelete }: UnitRowProps) {
  const online = useOnline();
  const providers = providersOf(unit.program);
  const isActive = unit.status === 'active';
  const account = accountInTheWay(unit);
  return (
    <li className="list-row unit-row" data-unit={unit.id} data-highlighted={highlighted || undefined}>
      <div className="unit-text">
        <div className="row">
          <Link className="unit-name" href={`/automations/${unit.id}`} title={unit.prompt}>
            {unit.name}
          </Link>
          <Badge status={unitInfo(unit)} />
        </div>
        <p className="facts">
          <span className="row">
            {providers.map((provider) => (
              <span key={provider} className="row" title={providerName(provider)}>
                <ProviderIcon provider={provider} size={14} />
                {providerName(provider)}
              </span>
            ))}
          </span>
          {unit.lastRun ? (
            <span className={`row tone-${runStatus(unit.lastRun.status).tone}`} title={unit.lastRun.error ?? runStatus(unit.lastRun.status).meaning}>
              <StatusIcon status={runStatus(unit.lastRun.status)} />
              <span>
                last run <Time at={unit.lastRun.createdAt} />, {runStatus(unit.lastRun.status).word.toLowerCase()}
              </span>
            </span>
          ) : (
            <span>has not run yet</span>
          )}
          <span>
            {unit.runsLastDay} {unit.runsLastDay === 1 ? 'run' : 'runs'} in 24 h
          </span>
        </p>
      </div>
      <div className="row unit-buttons">
        {account && <ConnectButton provider={account.provider} again={account} />}
        <button type="button" className="button" disabled={!online} aria-label={`${isActive ? 'Pause' : 'Resume'} ${unit.name}`} onClick={() => onToggle(unit)}>
          {isActive ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
          {isActive ? 'Pause' : 'Resume'}
        </button>
        <Menu label={`More about ${unit.name}`} button={<EllipsisVertical size={17} aria-hidden="true" />}>
          <button type="button" className="button" onClick={() => onEdit(unit)}>
            Edit
          </button>
          {unit.status !== 'disabled' && (
            <button type="button" className="button" disabled={!online} onClick={() => onDisable(unit)}>
              Disable
            </button>
          )}
          <button type="button" className="button menu-danger" disabled={!online} onClick={() => onDelete(unit)}>
            Delete
          </button>
        </Menu>
      </div>
    </li>
  );
}
