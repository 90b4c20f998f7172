//! The functions of a WASM module, and the same module with them elsewhere: by the library that reads and
//! writes modules, which puts right whatever names them by their number.

use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

/// What a module has of functions.
pub(crate) struct Functions<'a> {
    /// How many it imports, which come first.
    pub(crate) imported: u32,
    /// The types of its own, by their numbers.
    pub(crate) types: Vec<u32>,
    /// Their bodies.
    pub(crate) bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Functions<'a> {
    /// Reads them.
    pub(crate) fn of(wasm: &'a [u8]) -> Result<Self, String> {
        let mut all = Self { imported: 0, types: Vec::new(), bodies: Vec::new() };
        let fault = |error: wasmparser::BinaryReaderError| error.to_string();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(fault)? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let is_function = matches!(import.map_err(fault)?.ty, TypeRef::Func(_));
                        all.imported += u32::from(is_function);
                    }
                }
                Payload::FunctionSection(section) => {
                    all.types = section.into_iter().collect::<Result<_, _>>().map_err(fault)?;
                }
                Payload::CodeSectionEntry(body) => all.bodies.push(body),
                _ => {}
            }
        }
        Ok(all)
    }
}

/// The module with these of its own functions in this order; `places` says where each is then, with
/// those that are imported.
pub(super) fn moved(wasm: &[u8], order: &[usize], places: &[u32]) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    let mut moved = Moved { order, places };
    moved
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

struct Moved<'a> {
    order: &'a [usize],
    places: &'a [u32],
}

/// Nothing of ours goes wrong in it.
type Fault = reencode::Error<Infallible>;

impl Moved<'_> {
    fn ordered<T: Clone>(&self, all: &[T]) -> Vec<T> {
        self.order.iter().filter_map(|&function| all.get(function).cloned()).collect()
    }
}

impl Reencode for Moved<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Fault> {
        Ok(self.places.get(function as usize).copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Fault> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for kind in self.ordered(&types) {
            functions.function(self.type_index(kind)?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Fault> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?;
        for body in self.ordered(&bodies) {
            utils::parse_function_body(self, code, body)?;
        }
        Ok(())
    }
}

/// The bytes of a function whose callees have these numbers.
pub(super) fn calling(body: &FunctionBody<'_>, callees: &[u32]) -> Result<Vec<u8>, String> {
    let mut code = CodeSection::new();
    let mut moved = Moved { order: &[], places: callees };
    utils::parse_function_body(&mut moved, &mut code, body.clone())
        .map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    wasm_encoder::Encode::encode(&code, &mut bytes);
    Ok(bytes)
}
