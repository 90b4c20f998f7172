"""Calendars (ICS), read by icalendar as calendar programs do."""

import unittest

import icalendar

import reports


def events(name, extension="ics"):
    """The events of a calendar by their names."""
    calendar = icalendar.Calendar.from_ical(reports.file(name, extension).read_bytes())
    found = list(calendar.walk("VEVENT"))
    by_name = {str(event["UID"]): event for event in found}
    assert len(by_name) == len(found), f"{name}: two events with one name"
    return by_name


def version(event):
    """By what a program tells which of two is the newer one (RFC 5546, 2.1.5)."""
    return int(event["SEQUENCE"]), event["DTSTAMP"].dt


def calendars():
    return [name for name in reports.names() if reports.file(name, "ics").exists()]


class Calendars(unittest.TestCase):
    def test_each_event_says_when_it_was_written_in_utc_and_whether_it_holds(self):
        self.assertTrue(calendars())
        for name in calendars():
            with self.subTest(name):
                for event in events(name).values():
                    self.assertEqual(event["DTSTAMP"].dt.isoformat(), "2026-11-24T10:34:05+00:00")
                    self.assertEqual(event["LAST-MODIFIED"].dt, event["DTSTAMP"].dt)
                    self.assertIn(event["STATUS"], ["CONFIRMED", "CANCELLED"])

    def test_a_second_file_is_newer_and_cancels_what_is_done_since(self):
        for name in ["halden-cloud", "orrin-vision", "tamarin-messenger"]:
            with self.subTest(name):
                first = events(f"{name}.complete")
                second = events(name, "an-hour-later.ics")
                self.assertEqual(set(first), set(second))
                for uid, event in first.items():
                    self.assertGreater(version(second[uid]), version(event))
                over = {
                    uid for uid, event in second.items() if event["STATUS"] == "CANCELLED"
                } - {uid for uid, event in first.items() if event["STATUS"] == "CANCELLED"}
                self.assertEqual(len(over), 1)
                # Programs that show what is cancelled show what became of it.
                [uid] = over
                self.assertNotEqual(str(second[uid]["SUMMARY"]), str(first[uid]["SUMMARY"]))


if __name__ == "__main__":
    unittest.main()
