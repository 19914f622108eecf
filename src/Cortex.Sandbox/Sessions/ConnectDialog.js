// The page in Nango's Connect UI's place. It speaks to the window that embeds it as that one does: 'ready' when it can take a session's
// token, 'connect' with the new connection, 'error', 'close'. Opened by itself it takes the token from its own address.
const query = new URLSearchParams(location.search);
const api = new URL(query.get('apiURL') ?? location.origin);
const status = document.getElementById('status');
const choices = document.getElementById('choices');
const embedded = window.parent !== window;
let token = null;

const tell = (message) => { if (embedded) parent.postMessage(message, '*'); };
const address = (path) => new URL(api.pathname.replace(/\/+$/, '') + path, api);

async function ask(path) {
  const response = await fetch(address(path), { headers: { authorization: `Bearer ${token}` } });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error?.message ?? `Nango answered ${response.status}.`);
  return body.data;
}

function fail(type, message) {
  status.textContent = message;
  tell({ type: 'error', payload: { errorType: type, errorMessage: message } });
}

async function show() {
  choices.replaceChildren();
  try {
    const session = await ask('/connect/session');
    const integrations = await ask('/integrations');
    status.textContent = session.isReconnecting ? 'Renew the access to your account.' : 'Choose what to connect.';
    for (const integration of integrations) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'first';
      button.dataset.integration = integration.unique_key;
      button.textContent = `${session.isReconnecting ? 'Reconnect' : 'Connect'} ${integration.display_name}`;
      button.addEventListener('click', () => connect(integration.unique_key));
      const item = document.createElement('li');
      item.append(button);
      choices.append(item);
    }
  } catch (error) {
    fail('unknown_error', error.message);
  }
}

// The pop-up is opened in the click itself, or browsers block it; where it goes is known when the socket has its id.
function connect(key) {
  const popup = window.open('', '_blank', 'popup,width=500,height=600');
  if (!popup) return fail('blocked_by_browser', 'The browser blocked the pop-up; allow it for this page.');
  status.textContent = 'Waiting for the other window …';
  const url = address('/');
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url);
  socket.addEventListener('error', () => fail('unknown_error', 'Nango could not be reached.'));
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.message_type === 'connection_ack') {
      const page = address(`/oauth/connect/${encodeURIComponent(key)}`);
      page.searchParams.set('connect_session_token', token);
      page.searchParams.set('ws_client_id', message.ws_client_id);
      popup.location = page.href;
    } else if (message.message_type === 'success') {
      socket.close();
      popup.close();
      status.textContent = 'The account is connected.';
      choices.replaceChildren();
      tell({ type: 'connect', payload: { providerConfigKey: message.provider_config_key, connectionId: message.connection_id, isPending: message.is_pending } });
    } else if (message.message_type === 'error') {
      socket.close();
      fail(message.error_type, message.error_desc);
    }
  });
}

function start(sessionToken) {
  if (typeof sessionToken !== 'string' || sessionToken === token) return;
  token = sessionToken;
  void show();
}

document.getElementById('close').addEventListener('click', () => {
  tell({ type: 'close' });
  if (!embedded) window.close();
});
window.addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.type === 'session_token') start(data.sessionToken);
});

if (query.get('session_token')) start(query.get('session_token'));
tell({ type: 'ready' });
