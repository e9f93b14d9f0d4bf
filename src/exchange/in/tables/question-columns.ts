// The words are of many languages.
// cspell:disable

/** What people call the columns of a table of questions. */
export const QUESTION_COLUMNS = {
  correct:
    /^(correct( answers?| options?| choice)?( s)?|(answer )?key|right( answers?)?|solution|richtig(e antwort)?|losung|(bonne )?reponse( correcte)?|(respuesta )?correcta|risposta corretta|poprawna( odpowiedz)?)$/,
  wrong: /^(wrong|incorrect|distractors?|falsch)( answers?| options?| choices?| antwort)?( \d)?$/,
  choose: /^(choose from|word bank|options|choices)$/,
  option:
    /^((answers?|options?|choices?|antwort|auswahl|reponse|choix|respuesta|opcion|risposta|odpowiedz)( text)? ?([a-l]|\d{1,2})|[a-h])$/,
  question:
    /^(questions?( ?text| title| stem)?|stem|prompt|item|frage( ?text)?|aufgabe|enonce|pregunta|domanda|pytanie|cwestiwn)$/,
  answer: /^(answers?|model answer|antwort|reponse|respuesta|risposta|odpowiedz|ateb)$/,
  kind: /^(kind|type|question ?type|qtype|typ|fragetyp|tipo)$/,
  marks: /^((default ?)?marks?|points?|score|worth|punkte?|puntos|punti|punkty|marciau)$/,
  explanation:
    /^(explanations?|rationale|feedback|general ?feedback|why|erklarung|explication|explicacion|spiegazione)$/,
  guidance: /^(guidance|grader ?info|mark scheme|marking( notes)?)$/,
  tags: /^(tags?|topics?|category|categories|subject|thema|theme|tema|kategorie|categorie)$/,
  id: /^(id|ident|identifier|idnumber|question id)$/,
} as const;

/** A kind of column of a table of questions. */
export type QuestionColumn = keyof typeof QUESTION_COLUMNS;
