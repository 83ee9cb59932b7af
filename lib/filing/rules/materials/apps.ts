import { type Asker, ask, ofService } from "./ask";
import { touchesService, touchesServices } from "./touched";

/** Answers the papers of a game are about. */
const GAME_KEYS = ["service.game", "service.gameNumber", "service.testGame", "service.operatedByOther"];
const SOURCE = "S4: APP 备案常见问题";

/** Icon of every APP; papers of games. An unapproved test game has an aid document in place of the number. */
export const apps: Asker = (c, slots) => {
  if (c.apps.length === 0 || !touchesServices(c)) return;
  for (const { id, game, testGame, operatedByOther } of c.apps) {
    const subject = ofService(id);
    if (!touchesService(c, id)) continue;
    slots.push(ask("APP_ICON", subject, "app-icon", { source: SOURCE }));
    if (game !== "PLAYABLE" || !touchesService(c, id, GAME_KEYS)) continue;
    if (testGame === true) slots.push(ask("TEST_GAME_AID", subject, "test-game", { source: SOURCE }));
    else slots.push(ask("GAME_NUMBER", subject, "game-number", { source: SOURCE }));
    if (operatedByOther === true)
      slots.push(ask("GAME_AUTHORIZATION", subject, "game-authorization", { source: SOURCE }));
  }
};
