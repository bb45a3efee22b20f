// The registered commands as Discord offers them to someone in a channel.

import { localized } from "./strings.js";

export const SLASH = 1;
export const MESSAGE = 3;
const SUBCOMMAND = 1;
const GROUP = 2;
const GUILD = 0;
const BOT_DM = 1;

// The commands of a kind that this person finds here.
export function available(commands, kind, pane) {
  const context = pane.channel.owner ? BOT_DM : GUILD;
  return commands.filter((command) => {
    if (command.type !== kind) return false;
    if (command.contexts && !command.contexts.includes(context)) return false;
    if (context === BOT_DM || command.default_member_permissions === null) return true;
    const needed = BigInt(command.default_member_permissions);
    return (BigInt(pane.person.permissions) & needed) === needed;
  });
}

// What can be typed after a slash: each command, or each of its subcommands, with its `path`, names and options.
export function slashes(commands, pane) {
  return available(commands, SLASH, pane).flatMap((command) => unfold(command, [], [], pane.locale));
}

function unfold(owner, path, shown, locale) {
  const here = [...path, owner.name];
  const names = [...shown, localized(owner, "name", locale)];
  const inner = (owner.options ?? []).filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
  if (inner.length > 0) return inner.flatMap((option) => unfold(option, here, names, locale));
  return [{ path: here, label: `/${names.join(" ")}`, detail: localized(owner, "description", locale), options: owner.options ?? [] }];
}

// The options as the interaction has them: nested under the subcommand's names.
export function nested(path, options) {
  return path.slice(1).reverse().reduce((inner, name) => ({ [name]: inner }), options);
}
