//! Serves `dist` on loopback with the headers that docs/hosting.md asks of a server: what is named by its
//! content may be kept for ever, everything else is asked for each time, and the element is for pages of any port.
//! One thread per connection.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::build::named;
use crate::build::offline::Offline;
use crate::{build, tree};

/// How long a browser may keep a connection open without asking for anything.
const IDLE: Duration = Duration::from_secs(30);

/// What pages of other ports take from here: browsers ask for leave before they take a module.
const ELEMENT: &str = "respect-in-practice.js";

/// The longest request head that is read.
const HEAD: u64 = 16 * 1024;

/// Builds, then serves until it is stopped.
pub(crate) fn run(port: u16, log: bool, offline: Offline) -> Result<(), String> {
    build::run(offline)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("port {port}: {error}; --port takes another one"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}/");
    let folder: Arc<Path> = tree::dist().into();
    for stream in listener.incoming() {
        let (Ok(stream), folder) = (stream, folder.clone()) else { continue };
        // A connection that breaks off is the browser's affair.
        thread::spawn(move || answer_all(&stream, &folder, log));
    }
    Ok(())
}

fn answer_all(stream: &TcpStream, folder: &Path, log: bool) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = head(&mut reader)? {
        let (method, target) = request.split_once(' ').unwrap_or_default();
        let target = target.split_whitespace().next().unwrap_or_default();
        let answer = match method {
            "GET" | "HEAD" => find(folder, target),
            _ => Answer::Status("405 Method Not Allowed"),
        };
        let (mut keep, mut leave) = ("no-cache", "");
        let (status, kind, body) = match answer {
            Answer::File(path, kind) => match fs::read(&path) {
                Ok(body) => {
                    (keep, leave) = (caching(&path, &body), leave_of(&path));
                    ("200 OK", kind, body)
                }
                Err(_) => not_found(),
            },
            Answer::Status("404 Not Found") => not_found(),
            Answer::Status(status) => (status, "text/plain", Vec::new()),
        };
        if log {
            println!("{method} {target} {status} {}", body.len());
        }
        let mut out = stream;
        write!(
            out,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Cache-Control: {keep}\r\nX-Content-Type-Options: nosniff\r\n{leave}\r\n",
            body.len()
        )?;
        if method != "HEAD" {
            out.write_all(&body)?;
        }
        out.flush()?;
    }
    Ok(())
}

/// The first line of the next request; none at the end of the connection.
fn head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut reader = reader.take(HEAD);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim().is_empty() {
            return Ok(Some(first));
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Answer {
    File(PathBuf, &'static str),
    Status(&'static str),
}

/// The file that a request asks for. The app uses relative addresses only, so it may be asked for
/// under any path that ends with a slash.
fn find(folder: &Path, target: &str) -> Answer {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let name = match path.rsplit('/').next().unwrap_or_default() {
        "" => "index.html",
        name => name,
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.starts_with('.') || !name.chars().all(plain) {
        return Answer::Status("404 Not Found");
    }
    Answer::File(folder.join(name), media_type(name))
}

/// How long a browser may keep a file without asking.
fn caching(path: &Path, body: &[u8]) -> &'static str {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match named::plain(&name, body) {
        Some(_) => "public, max-age=31536000, immutable",
        None => "no-cache",
    }
}

/// The header that lets pages of any origin take a file.
fn leave_of(path: &Path) -> &'static str {
    let is_element = path.file_name().is_some_and(|name| name == ELEMENT);
    if is_element { "Access-Control-Allow-Origin: *\r\n" } else { "" }
}

fn not_found() -> (&'static str, &'static str, Vec<u8>) {
    ("404 Not Found", "text/plain", b"Not found\n".to_vec())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "bin" | "br" => "application/octet-stream",
        "gz" => "application/gzip",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_reaches_nothing_outside_the_folder() {
        let folder = Path::new("dist");
        let file = |name, kind| Answer::File(folder.join(name), kind);
        assert_eq!(find(folder, "/"), file("index.html", "text/html; charset=utf-8"));
        assert_eq!(find(folder, "/a/b/app.wasm?x"), file("app.wasm", "application/wasm"));
        assert_eq!(find(folder, "/../x.bin"), file("x.bin", "application/octet-stream"));
        for bad in ["/..", "/%2e%2e%2fx", "/..\\x", "/a b"] {
            assert_eq!(find(folder, bad), Answer::Status("404 Not Found"), "{bad}");
        }
    }

    #[test]
    fn only_what_is_named_by_its_content_may_be_kept() {
        let keeps = |name, body| caching(&Path::new("dist").join(name), body);
        assert_eq!(keeps("app.LXEWQrcm.js", b"x"), "public, max-age=31536000, immutable");
        for asked_each_time in ["index.html", "app.js", "app.00000000.js", "build.json"] {
            assert_eq!(keeps(asked_each_time, b"x"), "no-cache", "{asked_each_time}");
        }
    }

    #[test]
    fn pages_of_other_ports_may_take_the_script_of_the_element_and_nothing_else() {
        assert_eq!(leave_of(Path::new("dist/respect-in-practice.js")).lines().count(), 1);
        for other in ["index.html", "app.LXEWQrcm.js", "respect-in-practice.html"] {
            assert_eq!(leave_of(&Path::new("dist").join(other)), "", "{other}");
        }
    }

    #[test]
    fn a_head_ends_at_the_empty_line() {
        let mut two = io::Cursor::new("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
        assert_eq!(head(&mut two).unwrap().unwrap().trim(), "GET /a HTTP/1.1");
        assert_eq!(head(&mut two).unwrap().unwrap().trim(), "GET /b HTTP/1.1");
        assert_eq!(head(&mut two).unwrap(), None);
    }
}
