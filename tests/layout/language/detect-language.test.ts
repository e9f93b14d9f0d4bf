import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/layout/language/detect-language.ts';

const TEXTS: Readonly<Record<string, string>> = {
  en: 'Water in the sea is warmed by the sun and evaporates. When the air rises it cools, and the vapour forms clouds. In the end the water falls as rain or snow, flows into lakes and rivers and comes back to the sea.',
  de: 'Das Wasser im Meer wird von der Sonne erwärmt und verdunstet. Wenn die Luft steigt, wird sie kälter, und der Dampf bildet Wolken. Am Ende fällt das Wasser als Regen oder Schnee, fließt in die Seen und Flüsse und kommt zum Meer zurück.',
  fr: 'L’eau de la mer s’évapore sous l’effet du soleil. Quand l’air monte, il se refroidit et la vapeur forme des nuages. Enfin l’eau retombe en pluie ou en neige, coule dans les lacs et les fleuves et revient à la mer, depuis toujours.',
  es: 'El agua del mar se evapora por efecto del sol. Cuando el aire sube se enfría y el vapor forma las nubes. Al final el agua cae como lluvia o nieve, corre por los lagos y los ríos y vuelve al mar.',
  it: 'L’acqua del mare evapora per effetto del sole. Quando l’aria sale si raffredda e il vapore forma le nuvole. Infine l’acqua cade come pioggia o neve, scorre nei laghi e nei fiumi e torna al mare, da miliardi di anni.',
  pl: 'Woda w morzu ogrzewa się od słońca i paruje. Gdy powietrze się unosi, staje się zimniejsze, a para tworzy chmury. W końcu woda spada jako deszcz lub śnieg, płynie do jezior i rzek i wraca do morza, od miliardów lat.',
  cy: 'Mae’r dŵr yn y môr yn cael ei gynhesu gan yr haul ac yn anweddu. Pan fydd yr aer yn codi mae’n oeri, ac mae’r anwedd yn ffurfio cymylau. Yn y diwedd mae’r dŵr yn disgyn fel glaw neu eira, ac yn llifo i’r môr.',
  nl: 'Het water in de zee wordt door de zon verwarmd en verdampt. Als de lucht opstijgt wordt die kouder en vormt de damp wolken. Uiteindelijk valt het water als regen of sneeuw, stroomt naar meren en rivieren en keert terug naar de zee.',
  pt: 'A água do mar evapora por efeito do sol. Quando o ar sobe, arrefece e o vapor forma as nuvens. Por fim a água cai como chuva ou neve, corre para os lagos e os rios e volta ao mar, há milhares de milhões de anos.',
  sv: 'Vattnet i havet värms upp av solen och avdunstar. När luften stiger blir den kallare, och vattenångan bildar moln. Till slut faller vattnet ned som regn eller snö, rinner ut i sjöar och floder och kommer tillbaka till havet igen.',
  ru: 'Вода в море нагревается солнцем и испаряется. Когда воздух поднимается, он становится холоднее, и пар образует облака. Наконец вода падает в виде дождя или снега, течёт в озёра и реки и возвращается в море. Так было всегда, и так будет ещё долго, потому что вода не исчезает.',
  zh: '海里的水被太阳晒热，变成水蒸气。空气上升时变冷，水蒸气形成云。最后水变成雨或雪落下来，流进湖泊和河流，又回到大海。一切就这样重新开始，几十亿年来从来没有停止过，也没有丢失一滴水。',
};

describe('the language of a text', () => {
  it.each(Object.entries(TEXTS))('is found: %s', async (lang, text) => {
    expect(await detectLanguage(text)).toEqual({ lang, certainty: 'clear' });
  });

  it('is that of its prose, not of its code, comments, tags and front matter', async () => {
    const code =
      '```js\n// if the value of this is not in the list of these then return it to the one that has it\n```';
    const comment = '<!-- This is the answer to the first question, which they do not have to see. -->';
    const front = '---\ntitle: The one of the many that is not the other\n---';
    expect(await detectLanguage(`${front}\n\n${TEXTS['de']}\n\n${code}\n\n${comment}\n`)).toMatchObject({
      lang: 'de',
    });
  });

  it('is taken to be English where there are few words, or where it is not clear', async () => {
    expect(await detectLanguage('# Lesen\n\nEin Satz.\n')).toEqual({ lang: 'en', certainty: 'few-words' });
    expect(await detectLanguage('# Reading\n\nThis is one.\n')).toEqual({ lang: 'en', certainty: 'clear' });
    expect(await detectLanguage('# Clouds\n\nCumulus cloud.\n')).toEqual({ lang: 'en', certainty: 'clear' });
    expect(await detectLanguage('# D\n\nA cloud.\n')).toEqual({ lang: 'en', certainty: 'clear' });
    expect(await detectLanguage('# Вода\n')).toEqual({ lang: 'en', certainty: 'few-words' });
    const repeated = (words: string) => detectLanguage(`${words} `.repeat(500));
    expect(await repeated('word')).toEqual({ lang: 'en', certainty: 'clear' });
    expect(await repeated('ox cat dog')).toEqual({ lang: 'en', certainty: 'clear' });
    expect(await repeated('das ist')).toEqual({ lang: 'en', certainty: 'few-words' });
    expect(await detectLanguage('1 + 1\n')).toEqual({ lang: 'en', certainty: 'clear' });
  });

  it('is English for a lesson in English with words of another language', async () => {
    const words = ['der Bahnhof', 'die Straße', 'das Haus', 'der Zug', 'die Brücke', 'das Wasser'];
    const lesson = `# At the station\n\nLearn these words, and write a sentence with each of them.\n\n${words.map((word) => `- ${word}: what you see in the picture of the town`).join('\n')}\n`;
    expect(await detectLanguage(lesson)).toEqual({ lang: 'en', certainty: 'clear' });
  });
});
