import type { Column } from './roster.ts';

// The words are of many languages.
// cspell:disable

/**
 * What people and their programs call the columns of a class list, in small letters without accents, the usual name first:
 * SIMS, Arbor, Bromcom, Moodle, Canvas, Google Classroom and Teams, and spreadsheets in the languages of our words.
 */
export const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  name: [
    ...[
      'name',
      'pupil',
      'student',
      'candidate',
      'learner',
      'full name',
      'pupil name',
      'student name',
      'names',
    ],
    ...['display name', 'legal name', 'preferred full name', 'surname forename', 'surname and forename'],
    ...['schuler', 'schulerin', 'schuler in', 'schulername', 'vollstandiger name', 'vor und nachname'],
    ...[
      'name vorname',
      'nachname vorname',
      'familienname vorname',
      'vorname nachname',
      'schulerinnen und schuler',
    ],
    ...[
      'eleve',
      'eleves',
      'etudiant',
      'nom complet',
      'nom prenom',
      'nom et prenom',
      'prenom nom',
      'prenom et nom',
    ],
    ...['alumno', 'alumna', 'alumno a', 'alumnos', 'alumnado', 'estudiante', 'nombre completo'],
    ...['nombre y apellidos', 'apellidos nombre', 'apellidos y nombre'],
    ...[
      'alunno',
      'alunna',
      'alunno a',
      'studente',
      'nome completo',
      'cognome nome',
      'cognome e nome',
      'nome e cognome',
    ],
    ...['uczen', 'uczennica', 'imie i nazwisko', 'nazwisko i imie', 'imie nazwisko', 'nazwisko imie'],
    ...['disgybl', 'enw llawn', 'leerling', 'naam leerling', 'aluno', 'elev'],
  ],
  forename: [
    ...['forename', 'first name', 'given name', 'forenames', 'first names', 'given names', 'firstname'],
    ...[
      'preferred name',
      'preferred forename',
      'preferred first name',
      'chosen name',
      'known as',
      'legal forename',
    ],
    ...[
      'legal first name',
      'vorname',
      'vornamen',
      'rufname',
      'prenom',
      'prenoms',
      'nombre de pila',
      'imie',
      'imiona',
    ],
    ...['enw cyntaf', 'voornaam', 'fornamn', 'fornavn', 'jmeno', 'primeiro nome'],
  ],
  surname: [
    ...['surname', 'last name', 'family name', 'lastname', 'preferred surname', 'preferred last name'],
    ...[
      'legal surname',
      'legal last name',
      'nachname',
      'familienname',
      'zuname',
      'nom de famille',
      'nom de naissance',
    ],
    ...[
      'apellidos',
      'apellido',
      'primer apellido',
      'cognome',
      'nazwisko',
      'cyfenw',
      'achternaam',
      'efternamn',
    ],
    ...['etternavn', 'prijmeni', 'sobrenome', 'apelido'],
  ],
  class: [
    ...['class', 'group', 'set', 'class name', 'teaching group', 'reg group', 'registration group', 'reg'],
    ...['tutor group', 'form group', 'registration form', 'reg form', 'section', 'groups', 'classes'],
    ...[
      'klasse',
      'kurs',
      'classe',
      'groupe',
      'clase',
      'grupo',
      'sezione',
      'klasa',
      'grupa',
      'oddzial',
      'dosbarth',
      'grwp',
      'klas',
    ],
  ],
  seat: [
    'seat',
    'desk',
    'place',
    'seat number',
    'seat no',
    'sitzplatz',
    'platz',
    'asiento',
    'posto',
    'miejsce',
    'sedd',
  ],
  id: [
    ...['id', 'number', 'candidate number', 'candidate no', 'exam number', 'student id', 'pupil id'],
    ...['prufungsnummer', 'kandidatennummer', 'numero de candidat', 'numero candidat', 'numero de candidato'],
    ...['numero candidato', 'numer kandydata', 'rhif ymgeisydd'],
  ],
  form: ['form', 'version', 'paper form'],
  style: ['style', 'print', 'layout'],
  level: ['level', 'worksheet level', 'ability'],
  extra: [
    ...['extra', 'notes', 'note', 'remarks', 'access', 'arrangements', 'access arrangements', 'extra time'],
    ...['bemerkung', 'bemerkungen', 'remarques', 'observaciones', 'uwagi', 'nodiadau'],
  ],
};

/** Names of columns that hold a surname beside a forename, but a whole name alone: `Name` beside `Vorname`. */
export const SURNAME_BESIDE_FORENAME: readonly string[] = ['name', 'nom', 'nazwa', 'naam', 'namn'];
/** Names of columns that hold a forename beside a surname, but a whole name alone: `Nombre` beside `Apellidos`. */
export const FORENAME_BESIDE_SURNAME: readonly string[] = ['name', 'nombre', 'nome', 'enw'];
/** The second of two surnames. */
export const SECOND_SURNAME = 'segundo apellido';
/** Columns that show that numbers in `ID` are those of a web site, which nobody wants on paper. */
export const SITE_COLUMNS: readonly string[] = ['sis user id', 'sis login id'];

/** First cells of rows that hold sums, in small letters without accents. */
export const TOTALS =
  /^(?:(?:grand |sub)?totals?|sums?|averages?|means?|count|maximum|points possible|number of (?:pupils|students)|(?:gesamt|summe|insgesamt|anzahl|durchschnitt)|totaux|moyenne|effectif|somme|totale|media|promedio|suma|razem|srednia|liczba|cyfanswm|student test|test student)\b[\s:\d.,]*$/;

const NOT_DECOMPOSED: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ß', 'ss'],
]);

/** Gives a text in small letters, without accents and with one space between words: what names of columns are compared by. */
export const plainName = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđß]/g, (letter) => NOT_DECOMPOSED.get(letter)!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
